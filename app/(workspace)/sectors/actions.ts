"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { changeSectors, confirmSectors, undoSectors } from "@/lib/sector/commands";
import { sectorChange, sectorConfirmation, sectorUndoing } from "@/lib/sector/input";

export async function confirmSectorsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, sectorConfirmation, confirmSectors);
}

export async function changeSectorsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, sectorChange, changeSectors);
}

export async function undoSectorsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, sectorUndoing, undoSectors);
}
