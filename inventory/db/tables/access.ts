import { boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at } from "./moment.ts";
import { regions } from "./records.ts";

export const roles = ["clipper", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/**
 * People who work here. This table and the four after `grants` are read and written by better-auth, whose names for their
 * columns these are; `email` is a placeholder that ends in `.invalid` until somebody gives one, and `emailVerified` says that
 * it stood on the invitation.
 */
export const staff = pgTable("staff", {
	id: uuid("id").primaryKey(),
	name: text("name").notNull(),
	email: text("email").notNull().unique(),
	emailVerified: boolean("email_verified").notNull().default(false),
	image: text("image"),
	createdAt: at("created_at").notNull(),
	updatedAt: at("updated_at").notNull(),
});

/** Who may do what where; `region` null is every region. */
export const grants = pgTable(
	"grants",
	{
		staffId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		region: text("region").references(() => regions.id),
		role: text("role").$type<Role>().notNull(),
	},
	(table) => [unique("grants_staff_region").on(table.staffId, table.region).nullsNotDistinct()],
);

/** Sessions of people in the workbench. `token` is a hash. */
export const sessions = pgTable(
	"sessions",
	{
		id: uuid("id").primaryKey(),
		userId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		token: text("token").notNull().unique(),
		expiresAt: at("expires_at").notNull(),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
	},
	(table) => [index("sessions_staff").on(table.userId)],
);

/** How somebody signs in: a password (its scrypt hash) or an account elsewhere (OpenID Connect). */
export const signInMethods = pgTable(
	"sign_in_methods",
	{
		id: uuid("id").primaryKey(),
		userId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		providerId: text("provider").notNull(),
		accountId: text("subject").notNull(),
		password: text("password"),
		accessToken: text("access_token"),
		refreshToken: text("refresh_token"),
		idToken: text("id_token"),
		accessTokenExpiresAt: at("access_token_expires_at"),
		refreshTokenExpiresAt: at("refresh_token_expires_at"),
		scope: text("scope"),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [uniqueIndex("sign_in_methods_subject").on(table.providerId, table.accountId)],
);

/** What is asked back within minutes: WebAuthn challenges and the state of a sign-in elsewhere. */
export const verifications = pgTable(
	"verifications",
	{
		id: uuid("id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		expiresAt: at("expires_at").notNull(),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [index("verifications_identifier").on(table.identifier)],
);

/** Passkeys (WebAuthn): public keys only. */
export const passkeys = pgTable(
	"passkeys",
	{
		id: uuid("id").primaryKey(),
		userId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		name: text("name"),
		publicKey: text("public_key").notNull(),
		credentialID: text("credential_id").notNull().unique(),
		counter: integer("counter").notNull(),
		deviceType: text("device_type").notNull(),
		backedUp: boolean("backed_up").notNull(),
		transports: text("transports"),
		createdAt: at("created_at"),
		aaguid: text("aaguid"),
	},
	(table) => [index("passkeys_staff").on(table.userId)],
);

/** Secrets that the processes on one database share; not part of a backup. */
export const secrets = pgTable("secrets", { name: text("name").primaryKey(), value: text("value").notNull() });

/** What lets somebody in: a token for scripts and the extension, a one-time link, or a session of the workbench. Only hashes are kept. */
export const tokens = pgTable(
	"tokens",
	{
		id: uuid("id").primaryKey(),
		purpose: text("purpose").$type<"api" | "link" | "session">().notNull(),
		name: text("name").notNull(),
		role: text("role").$type<Role>().notNull(),
		digest: text("digest").notNull(),
		/** The program that it was given to, as that program called itself; null when it was made by hand. */
		client: text("client"),
		/** What it may do where; null is `role` in every region. Never more than its owner may at the moment of use. */
		grants: jsonb("grants").$type<{ region: string | null; role: Role }[]>(),
		/** Whose it is: it ends with the account. Null when it was made on the command line for a program. */
		staffId: uuid("staff_id").references(() => staff.id, { onDelete: "cascade" }),
		/** The token that a session was started with: it ends with that. */
		parentId: uuid("parent_id"),
		createdAt: at("created_at").notNull(),
		expiresAt: at("expires_at"),
		revokedAt: at("revoked_at"),
	},
	(table) => [uniqueIndex("tokens_digest").on(table.digest)],
);

/** Programs that ask to be let in by device authorization (RFC 8628), for the ten minutes that it takes. Only hashes are kept. */
export const deviceRequests = pgTable(
	"device_requests",
	{
		id: uuid("id").primaryKey(),
		deviceDigest: text("device_digest").notNull(),
		userDigest: text("user_digest").notNull(),
		client: text("client").notNull(),
		createdAt: at("created_at").notNull(),
		expiresAt: at("expires_at").notNull(),
		/** Seconds between two questions of the program; more after each that came too soon. */
		interval: integer("interval").notNull(),
		polledAt: at("polled_at"),
		state: text("state").$type<"pending" | "approved" | "denied">().notNull(),
		decidedBy: text("decided_by"),
		staffId: uuid("staff_id"),
		grants: jsonb("grants").$type<{ region: string | null; role: Role }[]>(),
	},
	(table) => [
		uniqueIndex("device_requests_device").on(table.deviceDigest),
		uniqueIndex("device_requests_user").on(table.userDigest),
	],
);
