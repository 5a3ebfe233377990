/**
 * What the network does, in figures: how people came, who hands to whom and how fast it is answered, what became of it. Pure: cases
 * in, figures out. A figure that could give away a person by being small is not shown to whoever may not see the case itself.
 */
@NullMarked
package jp.tsunagu.portal.board;

import org.jspecify.annotations.NullMarked;
