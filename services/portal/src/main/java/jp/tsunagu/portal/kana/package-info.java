/** フリガナ: how a name is probably read, for somebody to correct. Nothing is sent anywhere to find it out. */
@NullMarked
package jp.tsunagu.portal.kana;

import org.jspecify.annotations.NullMarked;
