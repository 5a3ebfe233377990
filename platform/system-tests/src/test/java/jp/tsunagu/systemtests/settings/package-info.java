/**
 * Every setting {@code tsunagu.*} with its type, its default and what it is for, collected from where each is declared: records
 * that are bound, values that are injected, and the services' own files. Written down as a page that cannot grow stale.
 */
@NullMarked
package jp.tsunagu.systemtests.settings;

import org.jspecify.annotations.NullMarked;
