/** How JSON is read and written: strictly, and with the place of each error. */
package dev.jobport.adapters.wire.json;
