const UP =
  'M7.500 10.500 11 3.500c1.500 0 2.500 1 2.500 2.500V9h5a2 2 0 0 1 2 2.300l-1.100 7a2 2 0 0 1-2 1.700H7.500z M7.500 10.500H4V20h3.500';

function Thumb({ size, turned = false }: { size: number; turned?: boolean }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={turned ? { rotate: '180deg' } : undefined}
    >
      <path d={UP} />
    </svg>
  );
}

export const ThumbUpIcon = ({ size }: { size: number }) => <Thumb size={size} />;
export const ThumbDownIcon = ({ size }: { size: number }) => <Thumb size={size} turned />;
