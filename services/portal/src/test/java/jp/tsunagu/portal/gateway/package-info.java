@NullMarked
package jp.tsunagu.portal.gateway;

import org.jspecify.annotations.NullMarked;
