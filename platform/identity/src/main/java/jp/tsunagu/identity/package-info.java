/**
 * Who may come in: the OpenID Connect provider of a Tsunagu installation that has no other.
 *
 * <p>
 * People log in with the authorization code flow and PKCE, machines with client credentials; both get a signed JWT of
 * half an hour whose claims {@code org}, {@code worker} and {@code roles} are all the services ever learn about them.
 * {@link jp.tsunagu.identity.account} keeps log-ins and clients, {@link jp.tsunagu.identity.login} is the page,
 * {@link jp.tsunagu.identity.factor} what one has beside the password, {@link jp.tsunagu.identity.guess} slows guessers down,
 * {@link jp.tsunagu.identity.token} is the authorization server with its keys. Everything that must outlive a
 * restart is stored: accounts, clients, codes and tokens (as fingerprints), failed attempts and the signing keys.
 */
@NullMarked
package jp.tsunagu.identity;

import org.jspecify.annotations.NullMarked;
