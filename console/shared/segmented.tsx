import { useId } from 'preact/hooks';

/** One of a few, all in sight: radio buttons that look like a switch. */
export function Segmented<Id extends string>(props: {
  label: string;
  options: { id: Id; label: string }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend>{props.label}</legend>
      <div class="seg">
        {props.options.map(({ id, label }) => (
          <label key={id}>
            <input type="radio" name={name} value={id} checked={id === props.chosen} onChange={() => props.onChoose(id)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
