/** Keeps the place of a chart or a table that is still being calculated. */
export const Skeleton = ({ height, text }: { readonly height: number; readonly text?: string }) => (
  <div className="skel" style={{ height }}>
    {text === undefined ? null : (
      <p className="note" role="status">
        {text}
      </p>
    )}
  </div>
)
