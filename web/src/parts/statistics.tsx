// The figures of the province, for everybody; and for its administrators whether they are right.
import kit from "../design/kit.css";
import table from "../design/table.css";
import { register } from "../shell/pages";
import style from "../staff/staff.css";
import { Board } from "../statistics/board/Board";
import { Upkeep } from "../statistics/board/Upkeep";
import { wear } from "../design/wear";

register({
  statistics: ({ route: [, region] }) => (region === "upkeep" ? <Upkeep /> : <Board region={region} />),
});

wear(kit);
wear(table);
wear(style);
