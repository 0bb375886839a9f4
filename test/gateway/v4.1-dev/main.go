// The open-source Tyk Gateway, unchanged, as the tests' real server.
package main

import "github.com/TykTechnologies/tyk/gateway"

func main() {
	gateway.Start()
}
