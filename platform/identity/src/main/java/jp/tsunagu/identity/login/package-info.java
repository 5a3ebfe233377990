/**
 * The log-in page and who gets past it; the second step is {@link jp.tsunagu.identity.factor}. Every refusal reads the same, whether the name is unknown, the password wrong or the
 * log-in taken away, and takes the same time. Failures are counted per name and per address and stored, so neither a restart
 * nor another replica gives an attacker a fresh start. The page is plain HTML in Japanese with English beside, and needs no
 * script.
 */
@NullMarked
package jp.tsunagu.identity.login;

import org.jspecify.annotations.NullMarked;
