/** The point of the ways in a diagram of statuses, to be named as their `marker-end`. */
export const ArrowHead = ({ id }: { readonly id: string }) => (
  <defs>
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerUnits="userSpaceOnUse"
      markerWidth="7"
      markerHeight="7"
      orient="auto"
    >
      <path d="M0 0.5 8 4 0 7.5z" class="arrow-head" />
    </marker>
  </defs>
);
