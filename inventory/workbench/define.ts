import { AccessPage } from "./access/access-page.ts";
import { AccountPage } from "./access/account-page.ts";
import { AuditLogPage } from "./access/audit-page.ts";
import { StaffPage } from "./access/staff-page.ts";
import { WorkbenchApp } from "./app/app.ts";
import { SignInPage } from "./app/sign-in.ts";
import { DefinitionChange } from "./form/definition-change.ts";
import { ObservationsEditor } from "./form/observations-editor.ts";
import { RecordForm } from "./form/record-form.ts";
import { ImportForm } from "./imports/import-form.ts";
import { ImportsPage } from "./imports/imports-page.ts";
import { CoveragePage } from "./insight/coverage-page.ts";
import { IndicatorsPage } from "./insight/indicators-page.ts";
import { IntroductionsBoard } from "./insight/introductions-board.ts";
import { LetterPanel } from "./insight/letter-panel.ts";
import { MatchCard } from "./insight/match-card.ts";
import { MatchingPage } from "./insight/matching-page.ts";
import { NewIndicator } from "./insight/new-indicator.ts";
import { OverlapCard } from "./insight/overlap-card.ts";
import { OverlapPage } from "./insight/overlap-page.ts";
import { SuitsCard } from "./insight/suits-card.ts";
import { ActionListPage } from "./list/action-list-page.ts";
import { BulkBar } from "./list/bulk-bar.ts";
import { ListAside } from "./list/list-aside.ts";
import { RecordListPage } from "./list/record-list.ts";
import { AuditCard, EditionsTable, UsageCard } from "./record/around.ts";
import { CompareDialog } from "./record/compare-dialog.ts";
import { ConflictDialog } from "./record/conflict-dialog.ts";
import { FindOther } from "./record/find-other.ts";
import { HistoryCard } from "./record/history-card.ts";
import { LeaveDialog } from "./record/leave-dialog.ts";
import { RecordPage } from "./record/record-page.ts";
import { ShortcutsDialog } from "./record/shortcuts-dialog.ts";
import { RegionsPage } from "./settings/regions-page.ts";
import { VocabulariesPage } from "./settings/vocabularies-page.ts";

const elements = {
	"workbench-access": AccessPage,
	"workbench-account": AccountPage,
	"workbench-staff": StaffPage,
	"workbench-audit-log": AuditLogPage,
	"workbench-definition": DefinitionChange,
	"workbench-observations": ObservationsEditor,
	"workbench-form": RecordForm,
	"workbench-new-indicator": NewIndicator,
	"workbench-indicators": IndicatorsPage,
	"workbench-coverage": CoveragePage,
	"workbench-letter": LetterPanel,
	"workbench-match": MatchCard,
	"workbench-introductions": IntroductionsBoard,
	"workbench-matching": MatchingPage,
	"workbench-suits": SuitsCard,
	"workbench-overlap": OverlapPage,
	"workbench-overlap-card": OverlapCard,
	"workbench-conflict": ConflictDialog,
	"workbench-leave": LeaveDialog,
	"workbench-history": HistoryCard,
	"workbench-usage": UsageCard,
	"workbench-editions": EditionsTable,
	"workbench-audit": AuditCard,
	"workbench-compare": CompareDialog,
	"workbench-find-other": FindOther,
	"workbench-shortcuts": ShortcutsDialog,
	"workbench-record": RecordPage,
	"workbench-bulk": BulkBar,
	"workbench-list-aside": ListAside,
	"workbench-list": RecordListPage,
	"workbench-action-list": ActionListPage,
	"workbench-regions": RegionsPage,
	"workbench-vocabularies": VocabulariesPage,
	"workbench-import-form": ImportForm,
	"workbench-imports": ImportsPage,
	"workbench-sign-in": SignInPage,
	// Last: what it renders is known by then.
	"workbench-app": WorkbenchApp,
} as const;

for (const [name, element] of Object.entries(elements)) {
	if (!customElements.get(name)) customElements.define(name, element);
}
