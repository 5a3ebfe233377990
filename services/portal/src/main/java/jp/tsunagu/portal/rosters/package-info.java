/**
 * 一括登録: a file that somebody saved from a spreadsheet becomes the rows of a list. What is wrong with the file itself (its
 * letters, its first line, a cell) is said here; everything else is for the directory to say, which rehearses the list.
 */
@NullMarked
package jp.tsunagu.portal.rosters;

import org.jspecify.annotations.NullMarked;
