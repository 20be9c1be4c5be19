import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the workbench says about signing in, one's account, staff, and who did what. */
export interface StaffMessages {
	signIn: {
		email: string;
		password: string;
		submit: string;
		passkey: string;
		provider: (name: string) => string;
		or: string;
		emptyPassword: string;
		withToken: string;
		howText: string;
		how: string;
		cancelled: string;
		notInvited: string;
		refused: string;
	};
	account: {
		title: string;
		welcome: (name: string) => string;
		welcomeText: string;
		readyText: string;
		later: string;
		toWork: string;
		passkeys: string;
		passkeysText: string;
		noPasskeys: string;
		passkeyName: string;
		passkeyDefault: string;
		addPasskey: string;
		passkeyAdded: string;
		passkeyRemoved: string;
		passkeyExists: string;
		noPasskeysHere: string;
		unnamed: string;
		password: string;
		passwordText: string;
		hasPassword: string;
		email: string;
		current: string;
		fresh: string;
		freshHint: string;
		setPassword: string;
		passwordSet: string;
		sessions: string;
		sessionsText: string;
		here: string;
		byToken: string;
		end: string;
		ended: string;
		everywhere: string;
		remove: string;
		since: (when: string) => string;
		token: string;
		tokenText: string;
		tokenFor: string;
		tokenRole: string;
		tokenRegion: string;
		allMine: string;
		makeToken: string;
		tokenMade: string;
		copyNow: string;
	};
	staff: {
		title: string;
		intro: string;
		none: string;
		invite: string;
		name: string;
		email: string;
		emailHint: string;
		role: string;
		region: string;
		allRegions: string;
		addRole: string;
		removeRole: string;
		roles: string;
		sendInvite: string;
		invited: (name: string) => string;
		linkText: string;
		link: string;
		copy: string;
		copied: string;
		change: string;
		save: string;
		saved: string;
		cancel: string;
		newLink: string;
		remove: string;
		reallyRemove: (name: string) => string;
		removed: (name: string) => string;
		signOut: (count: number) => string;
		signedOut: string;
		notYet: string;
		never: string;
		ways: Record<"passkey" | "password" | "provider", string>;
		otherRegions: string;
		roleHints: Record<"clipper" | "editor" | "admin", string>;
	};
	audit: {
		title: string;
		intro: string;
		by: string;
		action: string;
		allActions: string;
		record: string;
		filter: string;
		when: string;
		what: string;
		about: string;
		none: string;
		more: string;
		actions: Record<string, string>;
		onlyThis: string;
		clearRecord: string;
	};
}

export const staffMessages: Readonly<Record<Language, StaffMessages>> = {
	nl: {
		signIn: {
			email: "E-mailadres",
			password: "Wachtwoord",
			submit: "Aanmelden",
			passkey: "Aanmelden met een passkey",
			provider: (name) => `Aanmelden via ${name}`,
			or: "of",
			emptyPassword: "Vul uw e-mailadres en uw wachtwoord in.",
			withToken: "Aanmelden met een toegangscode",
			how: "Nog geen account, of komt u er niet meer in?",
			howText: "Vraag de beheerder van uw regio om een eenmalige link.",
			cancelled: "De passkey is niet gebruikt. Probeer het opnieuw of kies een andere manier.",
			notInvited: "Dit account is hier niet bekend. Vraag de beheerder om een uitnodiging op dit e-mailadres.",
			refused: "Het aanmelden bij uw organisatie is niet gelukt. Probeer het opnieuw.",
		},
		account: {
			title: "Mijn account",
			welcome: (name) => `Welkom, ${name}`,
			welcomeText: "Kies hoe u zich voortaan aanmeldt. De link waarmee u hier kwam, werkt niet nog een keer.",
			readyText:
				"U kunt zich voortaan zelf aanmelden. Een tweede manier, hieronder, is handig als u de eerste kwijt bent.",
			later: "Later",
			toWork: "Aan het werk",
			passkeys: "Passkeys",
			passkeysText:
				"Aanmelden met vingerafdruk, gezicht of pincode van uw apparaat. Er is niets om te onthouden of te stelen.",
			noPasskeys: "U hebt nog geen passkey.",
			passkeyName: "Naam van dit apparaat",
			passkeyDefault: "Mijn apparaat",
			addPasskey: "Maak een passkey",
			passkeyAdded: "De passkey is bewaard. U kunt zich er voortaan mee aanmelden.",
			passkeyRemoved: "De passkey is verwijderd.",
			passkeyExists: "Dit apparaat heeft al een passkey voor uw account, of het maken is afgebroken.",
			noPasskeysHere: "Passkeys werken alleen op een adres met https en een naam. Kies hier een wachtwoord.",
			unnamed: "Zonder naam",
			password: "Wachtwoord",
			passwordText: "Minstens 12 tekens. Een paar woorden achter elkaar is goed; cijfers of leestekens hoeven niet.",
			hasPassword: "U hebt een wachtwoord. Na wijzigen moet u zich op andere apparaten opnieuw aanmelden.",
			email: "E-mailadres om mee aan te melden",
			current: "Huidig wachtwoord",
			fresh: "Nieuw wachtwoord",
			freshHint: "Minstens 12 tekens.",
			setPassword: "Bewaar het wachtwoord",
			passwordSet: "Het wachtwoord is bewaard.",
			sessions: "Waar u bent aangemeld",
			sessionsText: "Elke regel is een browser waarin u bent aangemeld, hoogstens twaalf uur.",
			here: "deze browser",
			byToken: "Met een toegangscode",
			end: "Meld af",
			ended: "De sessie is beëindigd.",
			everywhere: "Meld overal af",
			remove: "Verwijder",
			since: (when) => `sinds ${when}`,
			token: "Een toegangscode maken",
			tokenText: "Voor een script of een programma dat namens u werkt. Het mag nooit meer dan u zelf mag.",
			tokenFor: "Waarvoor",
			tokenRole: "Rol",
			tokenRegion: "Regio",
			allMine: "Al mijn regio's",
			makeToken: "Maak de toegangscode",
			tokenMade: "De toegangscode is gemaakt.",
			copyNow: "Bewaar deze code nu: hij is maar één keer te zien.",
		},
		staff: {
			title: "Medewerkers",
			intro: "Wie er werkt, en wat wie waar mag.",
			none: "Er zijn nog geen medewerkers.",
			invite: "Iemand uitnodigen",
			name: "Naam",
			email: "E-mailadres",
			emailHint: "Mag leeg blijven. Nodig om zich via een organisatie aan te melden.",
			role: "Rol",
			region: "Regio",
			allRegions: "Alle regio's",
			addRole: "Nog een regio",
			removeRole: "Haal weg",
			roles: "Rollen",
			sendInvite: "Maak de uitnodiging",
			invited: (name) => `De uitnodiging voor ${name} is gemaakt.`,
			linkText: "Geef deze link door. Hij werkt één keer, een week lang, en is maar één keer te zien.",
			link: "Eenmalige link",
			copy: "Kopieer",
			copied: "De link is gekopieerd.",
			change: "Wijzig rollen",
			save: "Bewaar",
			saved: "De rollen zijn bewaard.",
			cancel: "Toch niet",
			newLink: "Nieuwe link",
			remove: "Verwijder",
			reallyRemove: (name) => `Ja, verwijder ${name}`,
			removed: (name) => `${name} is verwijderd en kan er niet meer in.`,
			signOut: (count) => `Meld af (${count})`,
			signedOut: "De sessies zijn beëindigd.",
			notYet: "uitnodiging nog niet gebruikt",
			never: "heeft nog geen passkey of wachtwoord: maak zo nodig een nieuwe link",
			ways: { passkey: "passkey", password: "wachtwoord", provider: "via organisatie" },
			otherRegions: "Heeft ook rollen in regio's die u niet beheert.",
			roleHints: {
				clipper: "Clipper: legt items vast.",
				editor: "Redacteur: beoordeelt en publiceert ook.",
				admin: "Beheerder: beheert ook medewerkers.",
			},
		},
		audit: {
			title: "Wie deed wat",
			intro: "Wat er in uw regio's is gedaan, het laatste eerst.",
			by: "Naam",
			action: "Handeling",
			allActions: "Alle handelingen",
			record: "Item",
			filter: "Zoek",
			when: "Wanneer",
			what: "Wat",
			about: "Waarover",
			none: "Er is niets gevonden.",
			more: "Toon meer",
			onlyThis: "Alleen dit item",
			clearRecord: "Alle items",
			actions: {
				clip: "legde vast",
				create: "maakte",
				revise: "wijzigde",
				publish: "publiceerde",
				archive: "archiveerde",
				restore: "haalde terug",
				"restore-revision": "zette een eerdere versie terug",
				merge: "voegde samen",
				unmerge: "haalde uit elkaar",
				different: "noemde verschillend",
				"different-withdrawn": "trok “verschillend” in",
				import: "haalde binnen",
				"save-widget": "bewaarde een widget",
				"remove-widget": "verwijderde een widget",
				"sign-in": "meldde zich aan",
				"sign-out-everywhere": "meldde zich overal af",
				"end-session": "beëindigde een sessie",
				"end-sessions": "meldde iemand af",
				"invite-staff": "nodigde iemand uit",
				"renew-link": "maakte een nieuwe link",
				"change-roles": "wijzigde rollen",
				"remove-staff": "verwijderde een medewerker",
				"set-password": "koos een wachtwoord",
				"add-passkey": "maakte een passkey",
				"remove-passkey": "verwijderde een passkey",
				"create-token": "maakte een toegangscode",
				"revoke-token": "trok een toegangscode in",
			},
		},
	},
	en: {
		signIn: {
			email: "E-mail address",
			password: "Password",
			submit: "Sign in",
			passkey: "Sign in with a passkey",
			provider: (name) => `Sign in with ${name}`,
			or: "or",
			emptyPassword: "Fill in your e-mail address and your password.",
			withToken: "Sign in with a token",
			how: "No account yet, or locked out?",
			howText: "Ask your region’s administrator for a one-time link.",
			cancelled: "The passkey was not used. Try again or choose another way.",
			notInvited: "This account is not known here. Ask the administrator for an invitation to this e-mail address.",
			refused: "Signing in with your organisation did not work. Try again.",
		},
		account: {
			title: "My account",
			welcome: (name) => `Welcome, ${name}`,
			welcomeText: "Choose how to sign in from now on. The link that brought you here does not work a second time.",
			readyText: "You can sign in by yourself from now on. A second way, below, helps when you lose the first.",
			later: "Later",
			toWork: "To work",
			passkeys: "Passkeys",
			passkeysText:
				"Sign in with your device’s fingerprint, face or PIN. There is nothing to remember and nothing to steal.",
			noPasskeys: "You have no passkey yet.",
			passkeyName: "Name of this device",
			passkeyDefault: "My device",
			addPasskey: "Make a passkey",
			passkeyAdded: "The passkey was kept. You can sign in with it from now on.",
			passkeyRemoved: "The passkey was removed.",
			passkeyExists: "This device has a passkey for your account already, or making it was broken off.",
			noPasskeysHere: "Passkeys work only at an address with https and a name. Choose a password here.",
			unnamed: "Without a name",
			password: "Password",
			passwordText: "At least 12 characters. A few words in a row will do; digits and signs are not needed.",
			hasPassword: "You have a password. After a change you have to sign in again on other devices.",
			email: "E-mail address to sign in with",
			current: "Current password",
			fresh: "New password",
			freshHint: "At least 12 characters.",
			setPassword: "Keep the password",
			passwordSet: "The password was kept.",
			sessions: "Where you are signed in",
			sessionsText: "Each line is a browser in which you are signed in, for twelve hours at most.",
			here: "this browser",
			byToken: "With a token",
			end: "Sign out",
			ended: "The session has ended.",
			everywhere: "Sign out everywhere",
			remove: "Remove",
			since: (when) => `since ${when}`,
			token: "Make a token",
			tokenText: "For a script or a program that works in your name. It can never do more than you can.",
			tokenFor: "What for",
			tokenRole: "Role",
			tokenRegion: "Region",
			allMine: "All my regions",
			makeToken: "Make the token",
			tokenMade: "The token was made.",
			copyNow: "Keep this token now: it is shown only once.",
		},
		staff: {
			title: "Staff",
			intro: "Who works here, and who may do what where.",
			none: "There is no staff yet.",
			invite: "Invite somebody",
			name: "Name",
			email: "E-mail address",
			emailHint: "May stay empty. Needed to sign in through an organisation.",
			role: "Role",
			region: "Region",
			allRegions: "All regions",
			addRole: "Another region",
			removeRole: "Take away",
			roles: "Roles",
			sendInvite: "Make the invitation",
			invited: (name) => `The invitation for ${name} was made.`,
			linkText: "Pass this link on. It works once, for a week, and is shown only once.",
			link: "One-time link",
			copy: "Copy",
			copied: "The link was copied.",
			change: "Change roles",
			save: "Keep",
			saved: "The roles were kept.",
			cancel: "Rather not",
			newLink: "New link",
			remove: "Remove",
			reallyRemove: (name) => `Yes, remove ${name}`,
			removed: (name) => `${name} was removed and can no longer get in.`,
			signOut: (count) => `Sign out (${count})`,
			signedOut: "The sessions have ended.",
			notYet: "invitation not used yet",
			never: "cannot sign in: make a new link",
			ways: { passkey: "passkey", password: "password", provider: "through organisation" },
			otherRegions: "Has roles in regions too that you do not administer.",
			roleHints: {
				clipper: "Clipper: clips items.",
				editor: "Editor: reviews and publishes too.",
				admin: "Administrator: manages staff too.",
			},
		},
		audit: {
			title: "Who did what",
			intro: "What was done in your regions, the latest first.",
			by: "Name",
			action: "Action",
			allActions: "All actions",
			record: "Record",
			filter: "Search",
			when: "When",
			what: "What",
			about: "About",
			none: "Nothing was found.",
			more: "Show more",
			onlyThis: "Only this record",
			clearRecord: "All records",
			actions: {
				clip: "clipped",
				create: "made",
				revise: "changed",
				publish: "published",
				archive: "archived",
				restore: "brought back",
				"restore-revision": "restored an earlier revision",
				merge: "merged",
				unmerge: "unmerged",
				different: "called different",
				"different-withdrawn": "withdrew “different”",
				import: "imported",
				"save-widget": "kept a widget",
				"remove-widget": "removed a widget",
				"sign-in": "signed in",
				"sign-out-everywhere": "signed out everywhere",
				"end-session": "ended a session",
				"end-sessions": "signed somebody out",
				"invite-staff": "invited somebody",
				"renew-link": "made a new link",
				"change-roles": "changed roles",
				"remove-staff": "removed a member of staff",
				"set-password": "chose a password",
				"add-passkey": "made a passkey",
				"remove-passkey": "removed a passkey",
				"create-token": "made a token",
				"revoke-token": "revoked a token",
			},
		},
	},
};
