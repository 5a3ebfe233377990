/** What the API's description says of every operation alike, so that no controller has to say it and none can forget it. */
@NullMarked
package jp.tsunagu.runtime.openapi;

import org.jspecify.annotations.NullMarked;
