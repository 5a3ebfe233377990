/** What an installation decides about its door. */
@NullMarked
package jp.tsunagu.portal.settings;

import org.jspecify.annotations.NullMarked;
