/** The longer language on the narrowest phone. */
import { holdsLongerWords } from './pseudo.ts';

holdsLongerWords('phone', { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
