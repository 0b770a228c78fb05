-- Text for the few pieces of OpenXML that we write ourselves.

local NAMES = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }

local function escaped(text)
  return (text:gsub('[&<>"]', NAMES))
end

return { escaped = escaped }
