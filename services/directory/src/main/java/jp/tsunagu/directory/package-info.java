/**
 * 顔の見える関係: who there is. An {@link jp.tsunagu.directory.Organisation} joins the council, has units and named workers, each
 * with a deputy and a manager, and may hold the secretariat's duty, which can be handed on.
 *
 * <p>
 * A worker is ACTIVE, or LEAVING (takes nothing new while what they hold moves on), or LEFT. Nobody leaves who still holds
 * something or on whom a colleague relies, and no organisation goes before its workers have gone. What the world hears is the
 * organisation as it is now, workers by id; their names and addresses stay here and are told to those who ask for them.
 *
 * <p>
 * What all organisations share is the {@link jp.tsunagu.directory.Network}: the kinds of partners there are, and the words in which
 * people are asked for their consent.
 */
@NullMarked
package jp.tsunagu.directory;

import org.jspecify.annotations.NullMarked;
