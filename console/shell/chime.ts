let context: AudioContext | null = null;

/** Two soft notes. Browsers keep still until the page was touched once; then nothing is heard, and nothing breaks. */
export function chime(): void {
  try {
    context ??= new AudioContext();
    const { currentTime } = context;
    void context.resume();
    note(context, 660, currentTime);
    note(context, 880, currentTime + 0.14);
  } catch {
    // No sound on this device.
  }
}

function note(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.32);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.34);
}
