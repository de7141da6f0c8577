// What is around an attempt: practice before it, and how one stands after it.
import "../design/arrival";
import { Boards } from "../boards/Boards";
import { Practice } from "../practice/Practice";
import { register } from "../shell/pages";


register({
  practice: ({ route: [, id] }) => <Practice id={id!} />,
  board: ({ route: [, id, region] }) => <Boards id={id!} region={region} />,
});
