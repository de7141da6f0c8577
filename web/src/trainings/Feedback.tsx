import { useState } from "preact/hooks";
import { call } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { say } from "./texts";

const ratings = [1, 2, 3, 4, 5] as const;

export const Feedback = ({ training }: { training: string }) => {
  const [rating, rate] = useState(0);
  const [comment, write] = useState("");
  const [sent, thank] = useState(false);
  const { busy, problem, run } = useAction();
  const send = () =>
    run(async () => {
      await call("PUT", `/api/trainings/${training}/feedback`, { rating, comment: comment.trim() || null });
      thank(true);
    });
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{say("feedback")}</h2>
      <p class="soft">{say("attendedOnly")}</p>
      <fieldset>
        <legend>{say("rating")}</legend>
        {ratings.map((each) => (
          <label class="option" key={each}>
            <input
              type="radio"
              name="rating"
              checked={rating === each}
              onChange={() => {
                thank(false);
                rate(each);
              }}
            />{" "}
            {say(`rate${each}`)}
          </label>
        ))}
      </fieldset>
      <label for="comment">{say("comment")}</label>
      <textarea
        id="comment"
        rows={3}
        maxLength={1000}
        value={comment}
        onInput={(event) => {
          thank(false);
          write(event.currentTarget.value);
        }}
      />
      <Problem of={problem} />
      {sent && (
        <p class="note" role="status">
          {say("thanks")}
        </p>
      )}
      <div class="row">
        <button class="main" disabled={busy || !rating}>
          {say("send")}
        </button>
      </div>
    </form>
  );
};
