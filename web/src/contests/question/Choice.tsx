import { useEffect, useRef } from "preact/hooks";
import type { Question } from "../../shell/api";
import { of } from "../../shell/texts";
import { langOf } from "./lang";
import { say } from "./texts";

/** A question and its options; a new one has the focus, so that it is read out. */
export const Choice = ({
  question,
  chosen,
  onChoose,
  fixed = false,
}: {
  question: Pick<Question, "id" | "kind" | "text" | "options">;
  chosen: string[];
  onChoose: (chosen: string[]) => void;
  fixed?: boolean;
}) => {
  const many = question.kind === "multiple";
  const toggle = (id: string) => onChoose(!many ? [id] : chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <fieldset disabled={fixed}>
      <legend>
        <h1 ref={heading} tabIndex={-1}>
          <span lang={langOf(question.text)}>{of(question.text)}</span> <small>{say(question.kind)}</small>
        </h1>
      </legend>
      {question.options.map((option) => (
        <label class={`option ${chosen.includes(option.id) ? "chosen" : ""}`} key={option.id}>
          <input
            type={many ? "checkbox" : "radio"}
            name={question.id}
            checked={chosen.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          <span lang={langOf(option.text)}>{of(option.text)}</span>
        </label>
      ))}
    </fieldset>
  );
};
