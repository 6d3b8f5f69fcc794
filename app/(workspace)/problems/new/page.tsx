import Form from "next/form";
import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { RaiseForm } from "@/components/problem/problem-forms";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { type Translator, translator } from "@/lib/language/translator";
import { findProblemProjects, openProblemForm } from "@/lib/problem/queries";
import { wholeNumber } from "../../projects/[projectId]/view";
import { raiseProblemAction } from "../actions";

export const generateMetadata = titled("problem.raise");

const one = (value: string | string[] | undefined) => [value ?? ""].flat()[0] ?? "";

/** 登记问题: first the project, found by its name, then what the problem is. */
export default async function NewProblemPage({ searchParams }: PageProps<"/problems/new">) {
  const viewer = await requireViewer("problem.enter");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  const id = wholeNumber(one(asked.project));
  const word = one(asked.q).trim().slice(0, 50);
  const { open, found } = await ask(async (tx) => ({
    open: id === null ? null : await openProblemForm(tx, viewer, id),
    found: id === null ? await findProblemProjects(tx, viewer, word) : [],
  }));
  return (
    <div className="max-w-2xl">
      <PageHead
        above={{ label: t("problem.title"), href: "/problems" }}
        title={t("problem.raise")}
        note={open && t("problem.of", { project: open.project.name })}
      />
      {open ? (
        <RaiseForm
          t={t}
          projectId={open.project.id}
          returnId={wholeNumber(one(asked.return))}
          units={open.units}
          action={raiseProblemAction}
        />
      ) : (
        <ChooseProject t={t} word={word} found={found} />
      )}
    </div>
  );
}

type ChooseProps = { t: Translator; word: string; found: { id: number; name: string }[] };

function ChooseProject({ t, word, found }: ChooseProps) {
  return (
    <>
      <Form action="/problems/new" className="mb-3 flex gap-1.5">
        <input
          name="q"
          defaultValue={word}
          aria-label={t("problem.projectWord")}
          placeholder={t("problem.projectWord")}
          className="min-w-0 grow rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:min-h-11 max-sm:text-[16px]"
        />
        <button type="submit" className={BUTTON}>
          {t("problem.find")}
        </button>
      </Form>
      {found.length === 0 ? (
        <p className="text-ink-2">{t("problem.noProject")}</p>
      ) : (
        <ul className="rounded-card border border-line bg-surface">
          {found.map(({ id, name }) => (
            <li key={id} className="border-line-2 border-b last:border-b-0">
              <Link
                href={`/problems/new?project=${id}`}
                prefetch={false}
                className="block min-h-6 px-4 py-2 hover:bg-row max-sm:min-h-11"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
