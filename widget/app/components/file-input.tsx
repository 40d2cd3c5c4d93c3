/**
 * The input behind every "add a photo"; its label is what one sees. With `camera` a phone opens the camera at once,
 * which takes one photo; without it the person picks, and may pick many.
 */
export function FileInput({ name, camera, onFiles }: { name: string; camera?: boolean; onFiles: (files: File[]) => void }) {
  return (
    <input
      class="sr"
      type="file"
      accept="image/*"
      aria-label={name}
      multiple={!camera}
      capture={camera ? 'environment' : undefined}
      onChange={(e) => {
        const files = [...(e.currentTarget.files ?? [])];
        // Else choosing the same file again would be no change.
        e.currentTarget.value = '';
        if (files.length) onFiles(files);
      }}
    />
  );
}
