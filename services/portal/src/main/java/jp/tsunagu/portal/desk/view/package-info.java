/** How things are said on a page: dates of the era, time left in words, names for ids, and what a worker may do here. */
@NullMarked
package jp.tsunagu.portal.desk.view;

import org.jspecify.annotations.NullMarked;
