export function WheelchairFigure() {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <circle cx="6.4" cy="2" r="1.5" fill="currentColor" stroke="none" />
      <path d="M6.4 4.2v4.6h4.2l1.8 4.4h1.8M6.6 6.4h3.4" />
      <path d="M4.6 7.6a3.7 3.7 0 1 0 5 4.6" />
    </svg>
  );
}
