/** A row of buttons of which one is chosen. */

export const Segments = <Id extends string | number>({
  legend,
  options,
  chosen,
  choose,
}: {
  readonly legend: string
  readonly options: ReadonlyArray<readonly [id: Id, name: string]>
  readonly chosen: Id
  readonly choose: (id: Id) => void
}) => (
  <fieldset className="seg">
    <legend className="vh">{legend}</legend>
    {options.map(([id, name]) => (
      <button key={id} type="button" aria-pressed={chosen === id} onClick={() => choose(id)}>
        {name}
      </button>
    ))}
  </fieldset>
)
