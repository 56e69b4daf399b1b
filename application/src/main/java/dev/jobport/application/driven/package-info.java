/** The driven ports: what the application needs from stores, credentials and observers. */
package dev.jobport.application.driven;
