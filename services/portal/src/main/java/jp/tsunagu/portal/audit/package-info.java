/**
 * The gap audit: what would be seen if the promise of DOMAIN.md were broken for somebody.
 *
 * <p>
 * {@link jp.tsunagu.portal.audit.Check} is the table of what is looked at; each check turns the {@link jp.tsunagu.portal.audit.Facts}
 * of one case into {@link jp.tsunagu.portal.audit.Finding}s. A finding is a suspicion until it has stood for a while of real time,
 * then it is a {@link jp.tsunagu.portal.audit.Gap} with a beginning and, one day, an end. {@link jp.tsunagu.portal.audit.Coverage} reads
 * out of the journals' own history since when, or from when to when, a person had no holder or no next date. Nothing here decides
 * anything for a case, and nothing knows Spring, MongoDB or Kafka.
 */
@NullMarked
package jp.tsunagu.portal.audit;

import org.jspecify.annotations.NullMarked;
