import { of, type Localised } from "../../shell/texts";
import { langOf } from "./lang";
import { say } from "./texts";

interface Options {
  options: { id: string; text: Localised }[];
}

/** The words of some options, as they stand on the paper. */
export const wordsOf = ({ options }: Options, ids: string[]) =>
  options
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => of(text))
    .join("；") || "—";

/** Right or wrong, what would have been right, and why. */
export const Verdict = ({
  correct,
  right,
  explanation,
  source,
}: {
  correct: boolean;
  right: string | undefined;
  explanation: Localised | null | undefined;
  source?: string | null;
}) => (
  <>
    <p class={correct ? "good" : "bad"}>
      <b>{say(correct ? "right" : "wrong")}</b>
    </p>
    {!correct && right && (
      <p>
        {say("rightAnswer")}：<b>{right}</b>
      </p>
    )}
    <p class="soft" lang={langOf(explanation)}>
      {of(explanation)}
    </p>
    {source && (
      <p class="soft">
        {say("source")}：<span lang="zh">{source}</span>
      </p>
    )}
  </>
);
