@NullMarked
package jp.tsunagu.portal.rosters;

import org.jspecify.annotations.NullMarked;
