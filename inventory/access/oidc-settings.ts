/** An OpenID Connect provider that may say who somebody is. */
export interface OidcSettings {
	/** Its address; `/.well-known/openid-configuration` is under it. */
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** What the button calls it. */
	name: string;
}
