/**
 * 見つける. Any desk opens a case; from that moment its organisation holds it. The case file keeps the person: the name or the
 * pseudonym, how to reach them, what troubles them in their own words, and to whom they agreed that it may be told.
 *
 * <p>
 * {@link jp.tsunagu.intake.CaseFile} is the state, {@link jp.tsunagu.intake.CaseFileDecider} the rules,
 * {@link jp.tsunagu.intake.Participants} says which organisation sees what and {@link jp.tsunagu.intake.Disclosure} is what
 * it then sees. This is the only service that knows who a person is; nothing personal leaves it but over its own door, to
 * somebody who may see it, and every such look is written down.
 */
@NullMarked
package jp.tsunagu.intake;

import org.jspecify.annotations.NullMarked;
