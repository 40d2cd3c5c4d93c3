/** The longer language on a computer. */
import { holdsLongerWords } from './pseudo.ts';

holdsLongerWords('computer', { viewport: { width: 1280, height: 860 }, hasTouch: false, isMobile: false });
