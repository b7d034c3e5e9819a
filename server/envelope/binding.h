#pragma once

// The one place that includes the generated types: _so__GetUser, so__User and their like. Their
// prefix and shape are fixed by generated/typemap.dat and generated/make_stubs.cmake.
#include <soapH.h>
