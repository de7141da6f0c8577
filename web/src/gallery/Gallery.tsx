import { useState } from "preact/hooks";
import { Badge } from "../design/Badge";
import { Choice } from "../design/Choice";
import { Confirm } from "../design/Confirm";
import { DateTile } from "../design/DateTile";
import { Empty } from "../design/Empty";
import { Field } from "../design/Field";
import { Figures } from "../design/Figures";
import { ListLink } from "../design/ListLink";
import { Mark } from "../design/Mark";
import { PageHead } from "../design/PageHead";
import bell from "../design/icons/bell.svg";
import calendar from "../design/icons/calendar-days.svg";
import { Icon } from "../design/Icon";
import { icons } from "./icons";
import { People } from "./People";

const colours = [
  "ink",
  "soft",
  "line",
  "edge",
  "paper",
  "ground",
  "accent",
  "on",
  "tint",
  "good",
  "bad",
  "bad-tint",
  "warm",
  "warm-tint",
  "warm-ink",
  "focus",
  "sky",
  "hill",
];
const looks = ["dark", "strong", "large"] as const;

/** All that screens are made of, to look at. For those who build them: the words are English. */
export const Gallery = () => {
  const [choice, choose] = useState<"day" | "month" | "year">("month");
  const [worn, wear] = useState<Record<string, boolean>>({});
  const dress = (name: string) => {
    const now = { ...worn, [name]: !worn[name] };
    for (const look of looks) {
      if (now[look]) document.documentElement.classList.add(look);
      else document.documentElement.classList.remove(look);
    }
    wear(now);
  };
  return (
    <main id="main">
      <PageHead title="Design" note="docs/design.md says how to use it.">
        {looks.map((look) => (
          <button key={look} type="button" aria-pressed={!!worn[look]} onClick={() => dress(look)}>
            {look}
          </button>
        ))}
      </PageHead>
      <div class="split">
        <div>
          <h2>Colours</h2>
          <svg class="swatches" viewBox="0 0 600 220" role="img" aria-label="The colours">
            {colours.map((name, at) => (
              <g key={name} transform={`translate(${(at % 6) * 100} ${Math.floor(at / 6) * 72})`}>
                <rect width="92" height="44" rx="8" fill={`var(--${name})`} stroke="var(--edge)" />
                <text y="60" fill="var(--ink)">
                  {name}
                </text>
              </g>
            ))}
          </svg>
          <h2>Type</h2>
          <h1>h1 农民科学素质 · 농민과학자질</h1>
          <h2>h2 我的下一次培训 · 다음 교육</h2>
          <h3>h3 时间安排 · 일정</h3>
          <p>
            Text 报上名了，名额已确认。<span class="soft">Soft 每分钟更新一次。</span> <a href="#main">A link</a>
          </p>
          <h2>Buttons</h2>
          <div class="row">
            <button type="button" class="main">
              main
            </button>
            <button type="button">plain one</button>
            <button type="button" class="plain">
              .plain
            </button>
            <button type="button" class="danger">
              .danger
            </button>
            <button type="button" disabled>
              disabled
            </button>
          </div>
          <Confirm
            name="Cancel the training"
            question="Cancel “水稻旱育秧”? 23 people are told."
            yes="Cancel and tell them"
            onYes={() => undefined}
          />
          <h2>Fields</h2>
          <Field label="姓名" hint="A hint stands above what is filled in.">
            {(input) => <input {...input} />}
          </Field>
          <Field label="手机号" flaw="请填 11 位手机号。">
            {(input) => <input {...input} defaultValue="138" />}
          </Field>
          <Choice
            name="Period"
            value={choice}
            options={[["day", "按日"] as const, ["month", "按月"] as const, ["year", "按年"] as const]}
            onChange={choose}
          />
        </div>
        <div>
          <h2>The mark</h2>
          <span class="brand">
            <Mark />
            <span>
              <small>科普中国</small> 乡村e站
            </span>
          </span>
          <h2>States</h2>
          <p class="row">
            <Badge>进行中</Badge> <Badge tone="warm">未开始</Badge> <Badge tone="bad">已取消</Badge> <Badge tone="quiet">已结束</Badge>
          </p>
          <p class="note">A note: 已保存。</p>
          <p class="note warm">A note that asks for something.</p>
          <p class="note bad">A note of what went wrong.</p>
          <h2>Cards and lists</h2>
          <div class="card line">
            <DateTile at="2026-12-02T01:00:00Z" />
            <div>
              <h3>水稻旱育秧技术培训</h3>
              <p class="soft">华阳社区</p>
            </div>
          </div>
          <ul class="list">
            <ListLink href="#main" icon={bell} note="4 条新的">
              我的消息
            </ListLink>
            <ListLink href="#main" icon={calendar}>
              我的培训
            </ListLink>
          </ul>
          <Empty icon={calendar}>这里近期没有培训和活动。</Empty>
          <p class="soft wait">正在加载……</p>
          <h2>Icons</h2>
          <p class="row">
            {Object.entries(icons).map(([name, path]) => (
              <Icon key={name} of={path} name={name} />
            ))}
          </p>
        </div>
      </div>
      <h2>Figures</h2>
      <Figures
        of={[
          ["注册人数", 68],
          ["竞赛参赛人数", 39],
          ["培训结业人次", 36],
        ]}
      />
      <h2>Table</h2>
      <People />
    </main>
  );
};
