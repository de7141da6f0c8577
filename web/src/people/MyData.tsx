import { useState } from "preact/hooks";
import { call } from "../shell/api";
import { Problem, useAction } from "../shell/load";
import { PageOf } from "../shell/pages";
import { signedIn, signOut } from "../shell/session";
import { sentences } from "../shell/texts";
import { forgetMine } from "./mine";
import { Readable, type Held } from "./Readable";

const say = sentences({
  title: ["我的数据", "내 자료"],
  what: ["系统里和您有关的全部内容，都可以拿走一份。", "시스템에 있는 본인의 모든 자료를 받아 볼수 있습니다."],
  export: ["导出我的数据", "내 자료 내보내기"],
  exported: ["已导出。下面就是全部内容，也可以保存成文件。", "내보냈습니다. 아래가 모든 내용이며 파일로 저장할수 있습니다."],
  save: ["保存成文件", "파일로 저장"],
  show: ["原始内容", "원래 자료 보기"],
  erase: ["注销并删除", "탈퇴하고 삭제하기"],
  erasing: [
    "姓名、手机号等会被删除，报名的名额会让给别人，您的视频会撤下。已经计入统计的数字保留，但再也找不到是谁。删除后不能恢复。",
    "이름과 전화번호 등이 삭제되고, 신청한 자리는 다른 사람에게 넘어가며, 올린 영상은 내려갑니다. 이미 집계된 숫자는 남지만 누구인지는 알수 없습니다. 삭제하면 되돌릴수 없습니다.",
  ],
  understood: ["我明白，要删除我的数据", "리해했으며 내 자료를 삭제합니다"],
  erased: ["已删除。谢谢您用过科普中国乡村e站。", "삭제되였습니다. 그동안 리용해 주셔서 고맙습니다."],
});

/** Seeing, taking along and erasing what is held about me. */
export const MyData = () => {
  const [erased, done] = useState(false);
  if (erased)
    return (
      <p class="note" role="status">
        {say("erased")}
      </p>
    );
  if (!signedIn()) return <PageOf route={["sign-in"]} />;
  return (
    <div class="slim">
      <h1>{say("title")}</h1>
      <Export />
      <Erasure onErased={() => done(true)} />
    </div>
  );
};

const Export = () => {
  const [data, show] = useState<Held | null>(null);
  const { busy, problem, run } = useAction();
  const ask = () => run(async () => show(await call<Held>("GET", "/api/me/data")));
  const text = data && JSON.stringify(data, null, 2);
  return (
    <div class="card">
      <p>{say("what")}</p>
      <Problem of={problem} />
      {!data || text === null ? (
        <button type="button" class="main" disabled={busy} onClick={ask}>
          {say("export")}
        </button>
      ) : (
        <>
          <p role="status">{say("exported")}</p>
          <p>
            <button type="button" onClick={() => save(text)}>
              {say("save")}
            </button>
          </p>
          <Readable data={data} />
          <details>
            <summary>{say("show")}</summary>
            <pre tabIndex={0}>{text}</pre>
          </details>
        </>
      )}
    </div>
  );
};

const save = (text: string) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "estation-my-data.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const Erasure = ({ onErased }: { onErased: () => void }) => {
  const [understood, understand] = useState(false);
  const { busy, problem, run } = useAction();
  const erase = () =>
    run(async () => {
      await call("DELETE", "/api/me"); // again, where the answer was lost: the token stays good for that
      onErased();
      forgetMine("sittings");
      signOut();
    });
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
    >
      <h2>{say("erase")}</h2>
      <p>{say("erasing")}</p>
      <label class="option">
        <input type="checkbox" checked={understood} onChange={(event) => understand(event.currentTarget.checked)} /> {say("understood")}
      </label>
      <Problem of={problem} />
      <button class="danger" disabled={!understood || busy}>
        {say("erase")}
      </button>
    </form>
  );
};
