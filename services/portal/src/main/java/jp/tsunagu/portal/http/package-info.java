/** The questions of the API that the portal answers itself, from the read side. */
@NullMarked
package jp.tsunagu.portal.http;

import org.jspecify.annotations.NullMarked;
