import { Field, TextField } from "../staff/Fields";
import { reasons, sayReason, type Reason } from "./reasons";

/** A reason from the list, and words: the last reason needs them. */
export const ReasonFields = ({
  ask,
  words,
  wordsOptional,
  reason,
  text,
  problem,
  onReason,
  onText,
}: {
  ask: string;
  words: string;
  wordsOptional: string;
  reason: Reason | null;
  text: string;
  problem?: unknown;
  onReason: (reason: Reason | null) => void;
  onText: (text: string) => void;
}) => (
  <>
    <Field name={ask} at="reason" problem={problem}>
      {(id, described) => (
        <select
          id={id}
          required
          value={reason ?? ""}
          onChange={(event) => onReason((event.currentTarget.value || null) as Reason | null)}
          {...described}
        >
          <option value="" />
          {reasons.map((one) => (
            <option key={one} value={one}>
              {sayReason(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
    <TextField
      name={reason === "other" ? words : wordsOptional}
      at="text"
      problem={problem}
      long
      required={reason === "other"}
      maxLength={500}
      value={text}
      onChange={onText}
    />
  </>
);

export const isReason = (reason: Reason | null, text: string) => reason !== null && (reason !== "other" || text.trim() !== "");
