import { HiddenField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { ScrollTable } from "@/components/ui/scroll-table";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { ConfirmForm } from "./confirm-form";

type ListedToken = {
  id: number;
  name: string;
  username: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** Every token with its user and when it was last used; those still good can be revoked, in two steps. */
export function TokenTable({
  t,
  tokens,
  revoke,
}: {
  t: Translator;
  tokens: ListedToken[];
  revoke: FormAction;
}) {
  if (tokens.length === 0) return <p className="text-ink-2">{t("settings.noTokens")}</p>;
  const heads = ["tokenName", "tokenUser", "tokenCreated", "tokenUsed", "tokenState"] as const;
  return (
    <ScrollTable headings={heads.map((head) => t(`settings.${head}`))}>
      {tokens.map((token) => (
        <tr key={token.id} className="border-line-2 border-b align-top last:border-b-0">
          <th scope="row" className="py-2 pr-4 text-left font-normal">
            {token.name}
          </th>
          <td className="py-2 pr-4">{token.username}</td>
          <td className="whitespace-nowrap py-2 pr-4">{formatInstant(token.createdAt)}</td>
          <td className="whitespace-nowrap py-2 pr-4">
            {token.lastUsedAt ? formatInstant(token.lastUsedAt) : t("settings.never")}
          </td>
          <td className="py-2">
            <TokenState t={t} token={token} revoke={revoke} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function TokenState({
  t,
  token,
  revoke,
}: {
  t: Translator;
  token: ListedToken;
  revoke: FormAction;
}) {
  if (token.revokedAt) return `${t("settings.tokenRevoked")} · ${formatInstant(token.revokedAt)}`;
  return (
    <ConfirmForm
      action={revoke}
      label={t("settings.revoke")}
      note={t("settings.revokeNote")}
      confirm={t("settings.confirmRevoke")}
      signInLabel={t("signIn.title")}
    >
      <HiddenField name="tokenId" value={token.id} />
    </ConfirmForm>
  );
}
