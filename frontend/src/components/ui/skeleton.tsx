// Grey paper where something will be printed in a moment.
import { classNames } from "./class-names";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("breathes rounded-edge bg-plate", className)} />;
}
