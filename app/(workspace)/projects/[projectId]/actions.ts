"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import {
  addMilestone,
  applyTemplate,
  cancelMilestone,
  completeMilestone,
  moveMilestone,
  reopenMilestone,
  replanMilestone,
  updateMilestone,
} from "@/lib/milestone/commands";
import {
  milestoneCancellation,
  milestoneCompletion,
  milestoneMove,
  milestoneReopening,
  milestoneReplan,
  milestoneUpdate,
  newMilestone,
  templateUse,
} from "@/lib/milestone/input";
import { setOpeningBalance, setYearPlan } from "@/lib/money-plan/commands";
import { openingInput, yearPlanInput } from "@/lib/money-plan/input";
import { reportingUnitInput } from "@/lib/monthly-return/input";
import { nameReportingUnit } from "@/lib/monthly-return/review/commands";
import { updateProjectDetails } from "@/lib/project/details/commands";
import { projectDetails } from "@/lib/project/details/input";
import { changeStage } from "@/lib/project/stage/commands";
import { stageChange } from "@/lib/project/stage/input";

export async function addMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, newMilestone, addMilestone);
}

export async function applyTemplateAction(_state: FormState, form: FormData) {
  return submitForm(form, templateUse, applyTemplate);
}

export async function updateMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, milestoneUpdate, updateMilestone);
}

export async function completeMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, milestoneCompletion, completeMilestone);
}

export async function reopenMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, milestoneReopening, reopenMilestone);
}

export async function cancelMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, milestoneCancellation, cancelMilestone);
}

export async function replanMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, milestoneReplan, replanMilestone);
}

export async function moveMilestoneAction(_state: FormState, form: FormData) {
  return submitForm(form, milestoneMove, moveMilestone);
}

export async function updateDetailsAction(_state: FormState, form: FormData) {
  return submitForm(form, projectDetails, updateProjectDetails);
}

export async function changeStageAction(_state: FormState, form: FormData) {
  return submitForm(form, stageChange, changeStage);
}

export async function setYearPlanAction(_state: FormState, form: FormData) {
  return submitForm(form, yearPlanInput, setYearPlan);
}

export async function setOpeningAction(_state: FormState, form: FormData) {
  return submitForm(form, openingInput, setOpeningBalance);
}

export async function assignReportingUnitAction(_state: FormState, form: FormData) {
  return submitForm(form, reportingUnitInput, nameReportingUnit);
}
