/**
 * Lists that a worker finds again: a name and what the list is narrowed to, never what was typed to look for somebody, as that may be a
 * name. They are their worker's alone, also for their manager, and nobody's once the worker has left.
 */
@NullMarked
package jp.tsunagu.portal.lists;

import org.jspecify.annotations.NullMarked;
