import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "./texts";

/** A picture drawn as wide as there is room, so that its lines and letters have one size on a phone and on a desk; and the same in a table. */
export const Figure = ({
  title,
  class: more = "",
  draw,
  table,
}: {
  title: string;
  class?: string;
  draw: (width: number) => ComponentChildren;
  table: ComponentChildren;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.floor(place.current?.clientWidth ?? 0));
    measure();
    if (typeof ResizeObserver === "undefined") {
      addEventListener("resize", measure);
      return () => removeEventListener("resize", measure);
    }
    const watch = new ResizeObserver(measure);
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <figure class={`figure ${more}`}>
      <figcaption>{title}</figcaption>
      <div ref={place}>{width > 0 && draw(width)}</div>
      <details>
        <summary>{say("asTable")}</summary>
        <div class="scroll" tabIndex={0} role="group" aria-label={title}>
          {table}
        </div>
      </details>
    </figure>
  );
};
