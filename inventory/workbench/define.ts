import { AccessPage } from "./access/access-page.ts";
import { WorkbenchApp } from "./app/app.ts";
import { SignInPage } from "./app/sign-in.ts";
import { RecordForm } from "./form/record-form.ts";
import { RecordListPage } from "./list/record-list.ts";
import { ConflictDialog } from "./record/conflict-dialog.ts";
import { LeaveDialog } from "./record/leave-dialog.ts";
import { RecordPage } from "./record/record-page.ts";

const elements = {
	"workbench-access": AccessPage,
	"workbench-form": RecordForm,
	"workbench-conflict": ConflictDialog,
	"workbench-leave": LeaveDialog,
	"workbench-record": RecordPage,
	"workbench-list": RecordListPage,
	"workbench-sign-in": SignInPage,
	// Last: what it renders is known by then.
	"workbench-app": WorkbenchApp,
} as const;

for (const [name, element] of Object.entries(elements)) {
	if (!customElements.get(name)) customElements.define(name, element);
}
