import { z } from "zod";
import { idInput, optionalText, versionInput } from "@/lib/form";

const PERSON_MAX = 60;
const NUMBER_MAX = 100;
/** Digits, spaces, brackets, plus and dashes; an extension behind 转. */
const PHONE = /^[0-9+()（）\-－ 转]{5,40}$/;

const person = optionalText(PERSON_MAX);
const number = optionalText(NUMBER_MAX);

/** People and optional numbers of a project, as the form sends them. */
export const projectDetails = z.strictObject({
  id: idInput,
  version: versionInput,
  sponsor: person,
  responsiblePerson: person,
  contact: person,
  contactPhone: optionalText(40).refine((text) => text === null || PHONE.test(text), {
    error: "phone",
  }),
  investmentCode: number,
  scienceCode: number,
  approvalNumber: number,
});
export type ProjectDetails = z.infer<typeof projectDetails>;
