/**
 * 相談をさがす. A list is asked for in the same words by a machine, in a form and by a list that somebody saved; what they mean is read
 * once, here. It is found among the cases that whoever asks may see. Kinds of worry are no message's to tell, so intake is asked which
 * of the cases that everything else leaves are of somebody with that worry.
 */
@NullMarked
package jp.tsunagu.portal.finding;

import org.jspecify.annotations.NullMarked;
