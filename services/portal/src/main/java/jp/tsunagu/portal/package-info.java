/**
 * The portal: the one door to everything, and the read side.
 *
 * <p>
 * {@code gateway} lets each path through to the service that owns it; {@code ledger} and {@code notices} fold what the
 * services publish into one picture per case; {@code http} answers questions from it; {@code desk} draws it for caseworkers,
 * who come in through {@code session}. The portal decides nothing: a form on a page becomes a command to the owning service.
 */
@NullMarked
package jp.tsunagu.portal;

import org.jspecify.annotations.NullMarked;
