import { of } from "../shell/texts";
import { say } from "./texts";
import type { Training } from "./types";

const addressOf = ({ kind, ref }: Training["materials"][number]) =>
  kind === "video" ? `#/videos/${ref}` : kind === "article" ? `#/article/${ref}` : ref;

/** Who teaches, what is learnt in each session, and what to read or watch. */
export const Taught = ({ training: { teachers, syllabus, materials } }: { training: Training }) =>
  teachers.length + syllabus.length + materials.length === 0 ? null : (
    <section class="card facts">
      <h2>{say("taught")}</h2>
      {teachers.length > 0 && <p>{teachers.map(({ name, title }) => (title ? `${name}（${title}）` : name)).join("、")}</p>}
      {syllabus.length > 0 && (
        <ul>
          {syllabus.map(({ session, subject, preparation }) => (
            <li key={`${session} ${of(subject)}`}>
              {say("lesson", session, of(subject))}
              {preparation && <span class="soft"> {of(preparation)}</span>}
            </li>
          ))}
        </ul>
      )}
      {materials.map((material) => (
        <p key={material.ref}>
          <a href={addressOf(material)}>{of(material.title)}</a>
        </p>
      ))}
    </section>
  );
