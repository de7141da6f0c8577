// What is around an attempt: practice before it, and how one stands after it.
import { wear } from "../design/wear";
import question from "../design/question.css";
import kit from "../design/kit.css";
import boards from "../boards/boards.css";
import { Boards } from "../boards/Boards";
import { Practice } from "../practice/Practice";
import { register } from "../shell/pages";

wear(kit);
wear(question);
wear(boards);

register({
  practice: ({ route: [, id] }) => <Practice id={id!} />,
  board: ({ route: [, id, region] }) => <Boards id={id!} region={region} />,
});
