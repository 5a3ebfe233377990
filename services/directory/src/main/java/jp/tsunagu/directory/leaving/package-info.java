/**
 * 引き継ぎなしに去らない: a worker goes in three steps. From LEAVING on they take nothing new; then the services that know who
 * holds what are asked; only if nothing is held do they leave and lose their log-in. If something is held, or somebody cannot
 * be asked, they stay as they were.
 */
@NullMarked
package jp.tsunagu.directory.leaving;

import org.jspecify.annotations.NullMarked;
