import Link from "next/link";
import { ScrollTable } from "@/components/ui/scroll-table";
import type { Role, Scope } from "@/db/vocabulary";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

export type ListedUser = {
  id: number;
  username: string;
  name: string;
  role: Role;
  scope: Scope;
  region: string | null;
  units: string[];
  disabled: boolean;
  evaluation: boolean;
  lastSignInAt: string | null;
};

/** Every account with its role, its region and when it was last used. */
export function UserTable({
  t,
  users,
  viewerId,
}: {
  t: Translator;
  users: ListedUser[];
  viewerId: number;
}) {
  if (users.length === 0) return <p className="text-ink-2">{t("settings.noUsers")}</p>;
  const heads = ["name", "username", "role", "region", "units", "state", "lastSignIn"] as const;
  return (
    <ScrollTable headings={heads.map((head) => t(`settings.${head}`))}>
      {users.map((user) => (
        <tr key={user.id} className="border-line-2 border-b align-top last:border-b-0">
          <th scope="row" className="whitespace-nowrap py-2 pr-4 text-left font-normal">
            <Link href={`/settings/users/${user.id}`} className="text-accent underline">
              {user.name}
            </Link>
            {user.id === viewerId && <span className="text-ink-3">{t("settings.you")}</span>}
          </th>
          <td className="py-2 pr-4">{user.username}</td>
          <td className="whitespace-nowrap py-2 pr-4">{t(`role.${user.role}`)}</td>
          <td className="whitespace-nowrap py-2 pr-4">{regionOf(t, user)}</td>
          <td className="min-w-24 py-2 pr-4">{user.units.join("、")}</td>
          <td className="whitespace-nowrap py-2 pr-4">{stateOf(t, user)}</td>
          <td className="whitespace-nowrap py-2">{lastSignInOf(t, user)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}

export function regionOf(t: Translator, user: { scope: Scope; region: string | null }): string {
  return user.scope === "all" ? t("settings.allRegions") : (user.region ?? t("settings.noRegion"));
}

export function stateOf(t: Translator, user: { disabled: boolean; evaluation: boolean }): string {
  const state = t(user.disabled ? "settings.disabled" : "settings.enabled");
  return user.evaluation ? `${state} · ${t("settings.evaluation")}` : state;
}

export function lastSignInOf(t: Translator, user: { lastSignInAt: string | null }): string {
  return user.lastSignInAt ? formatInstant(user.lastSignInAt) : t("settings.never");
}
